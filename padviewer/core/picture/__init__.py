"""What the pixels of a picture show, with numpy alone."""
