"""What planners write: the authoring model, one module a subject."""
