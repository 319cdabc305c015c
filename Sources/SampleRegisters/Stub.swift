// SampleRegisters
