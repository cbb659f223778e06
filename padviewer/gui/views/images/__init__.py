"""Padded images in a grid."""
