// untrap: simulates households in dependency traps.
//
//   untrap run SCENARIO                     one scenario              RunCommand.swift
//   untrap compare BASELINE SCENARIO...     scenarios side by side    CompareCommand.swift
//   untrap stocktake SCENARIO               who does what where       StocktakeCommand.swift
//   untrap traps SCENARIO | RESULTS         where households get stuck TrapsCommand.swift
//   untrap sweep DESIGN                     points of a design        SweepCommand.swift
//   untrap sensitivity DESIGN               which variables matter    SensitivityCommand.swift
//   untrap optimize DESIGN                  the best mix for money    OptimizeCommand.swift
//   untrap resume RESULTS                   finish what was stopped   ResumeCommand.swift
//   untrap extend RESULTS                   more replications         ExtendCommand.swift
//   untrap verify RESULTS                   compute and compare       VerifyCommand.swift
//   untrap new NAME                         files to begin with       NewCommand.swift
//   untrap check SCENARIO...                read, do not run          CheckCommand.swift
//   untrap selfcheck SCENARIO               can it be trusted         SelfcheckCommand.swift
//   untrap measure FILE                     a survey, with errors     MeasureCommand.swift
//   untrap evidence [SCENARIOS]             published figures         EvidenceCommand.swift
//   untrap describe [SCENARIO]              in words; what can vary   DescribeCommand.swift
//   untrap diff SCENARIO SCENARIO           two scenarios in words    DiffCommand.swift
//   untrap schema                           the form of files         SchemaCommand.swift
//   untrap report RESULTS...                a page of results         ReportCommand.swift
//   untrap plot RESULTS                     one chart                 PlotCommand.swift
//
// `run`, `compare` and `stocktake` are one `Study`: scenario files and a survey go in, a directory of tables comes out.
// `sweep` and `sensitivity` are one `SweepStudy`: a design file names the scenarios and what varies in them.
// `optimize` is a `PortfolioStudy`: a file names a scenario, money, and programmes to choose from.
// `resume`, `extend` and `verify` read them back from their records.
// Exit codes: 0 done, 1 the run failed or results are not proved, 64 wrong call, 65 bad scenario or survey
// (Console+Failing.swift).

internal import Foundation

Calling.prepare()
exit(Calling.run(Array(CommandLine.arguments.dropFirst())))
