// untrap: simulates households in dependency traps.
//
//   untrap run SCENARIO                     one scenario              RunCommand.swift
//   untrap compare BASELINE SCENARIO...     scenarios side by side    CompareCommand.swift
//   untrap stocktake SCENARIO               who does what where       StocktakeCommand.swift
//   untrap check SCENARIO...                read, do not run          CheckCommand.swift
//   untrap describe                         mechanisms, parameters    DescribeCommand.swift
//
// `run`, `compare` and `stocktake` are one `Study`: scenario files and a survey go in, a directory of tables comes out.
// Exit codes: 0 done, 1 the run failed, 64 wrong call, 65 bad scenario or survey (ExitCode+Meaning.swift).

internal import ArgumentParser

UntrapCommand.main()
