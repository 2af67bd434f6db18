"""What the rooms of the program hand to one another; imports nothing of the project outside this folder."""
