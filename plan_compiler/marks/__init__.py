"""What is drawn on a document beside its own text: findings at their places."""
