"""What is said in Chinese, room by room."""
