"""The model beside the data."""
