"""What is said in English, room by room."""
