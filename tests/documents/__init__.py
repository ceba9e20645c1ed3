"""What the documents say, held to: links, commands, numbers, pictures, and the changes of each version."""
