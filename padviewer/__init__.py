"""PadViewer shows what happens to variable-length data between the file and a model's first layer."""

__version__ = "0.1.0"
