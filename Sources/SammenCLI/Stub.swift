// SammenCLI
