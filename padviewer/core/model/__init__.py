"""Models as data: what their config says, without Keras."""
