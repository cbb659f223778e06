"""The array files of numpy: .npy and .npz."""
