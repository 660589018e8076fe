"""The commands, a module a topic. Each module's ``add`` declares its commands to the parser."""
