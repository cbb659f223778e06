"""Controls that know no dataset."""
