"""What people say of the duties of channels."""
