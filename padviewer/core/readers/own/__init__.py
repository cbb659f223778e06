"""What makes an export of ours what it was made of again."""
