"""All that touches Keras; TensorFlow is imported inside functions only."""
