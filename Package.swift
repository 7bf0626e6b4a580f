// swift-tools-version: 6.3

import PackageDescription

// MARK: - Settings shared by every target

let settings: [SwiftSetting] = [
  // A file sees only what it imports itself, so that a dependency cannot creep in.
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  // An import is internal unless it says otherwise, so that C modules and libraries do not leak.
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Dynamic dispatch is visible where it happens.
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// Tests find their fixtures beside themselves, so fixtures are no resources.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "untrap",
  products: [
    // What snippets import stands beside the program: SwiftPM compiles them against the targets of products.
    .executable(name: "untrap", targets: ["untrap", "Households", "Randomness", "Statistics", "Surveys"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/ordo-one/TextTable", from: "0.0.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    // Only `make documentation` builds it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // MARK: Foundations: they know nothing of households
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    library("LinearAlgebra", ["COpenBLAS"]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    library("Digests", ["COpenSSL"]),
    library("ExactMath"),
    library("Randomness", ["ExactMath"]),
    library("Statistics", ["ExactMath", "Randomness"]),
    library("Simulation"),
    library("MarkovChains", ["ExactMath", "LinearAlgebra"]),
    library("CostEffectiveness", ["ExactMath"]),
    library("Designs", ["ExactMath", "Randomness"]),

    // MARK: How things are written
    library("Notation"),

    // MARK: The model
    library("Households", ["ExactMath", "LinearAlgebra", "Randomness", "Simulation", "Statistics"]),

    // MARK: What goes in
    library(
      "Surveys",
      [
        "ExactMath", "Households", "Notation", "Randomness", "Statistics",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      resources: [.embedInCode("Resources/household_margins.csv")]),
    library("Scenarios", ["Designs", "ExactMath", "Households", "Notation", .product(name: "Yams", package: "Yams")]),

    // MARK: What comes out
    library(
      "Experiments",
      [
        "CostEffectiveness", "Designs", "ExactMath", "Households", "MarkovChains", "Randomness", "Simulation",
        "Statistics",
      ]),
    library(
      "Reporting",
      [
        "CostEffectiveness", "Designs", "Digests", "Experiments", "Households", "MarkovChains", "Notation",
        "Statistics",
        .product(name: "TextTable", package: "TextTable"),
      ]),
    library("Charts", ["Experiments", "Households", "Notation", "Reporting", "Statistics"]),
    library(
      "Pages",
      [
        "Charts", "Designs", "Experiments", "Notation", "Reporting", "Statistics",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Resources/report.mustache"), .embedInCode("Resources/table.mustache"),
        .embedInCode("Resources/report.css"), .embedInCode("Resources/report.js"),
      ]),
    library("Descriptions", ["Households", "Notation", "Scenarios"]),
    .executableTarget(
      name: "untrap",
      dependencies: [
        "Descriptions", "Designs", "Experiments", "Households", "LinearAlgebra", "Notation", "Pages", "Randomness",
        "Reporting", "Scenarios", "Statistics", "Surveys",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["manual.awk"], swiftSettings: settings),

    .executableTarget(
      name: "benchmarks",
      dependencies: ["ExactMath", "Experiments", "Households", "LinearAlgebra", "Randomness", "Reporting"],
      path: "Benchmarks/Sources/benchmarks", swiftSettings: settings),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Charts", "Reporting"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("ExactMath", ["ExactMath"]),
    tests("Notation", ["Notation"]),
    tests("LinearAlgebra", ["LinearAlgebra"]),
    tests("Digests", ["Digests"]),
    tests("Randomness", ["ExactMath", "Randomness"]),
    tests("Statistics", ["ExactMath", "Randomness", "Statistics"]),
    tests("Simulation", ["Randomness", "Simulation"]),
    tests("MarkovChains", ["ExactMath", "LinearAlgebra", "MarkovChains", "Randomness"]),
    tests("CostEffectiveness", ["CostEffectiveness", "Randomness"]),
    tests("Designs", ["Designs", "Randomness"]),
    tests("Households", ["ExactMath", "Households", "Randomness", "Simulation", "Statistics"]),
    tests("Surveys", ["ExactMath", "Households", "Randomness", "Statistics", "Surveys"], exclude: ["Fixtures"]),
    tests("Scenarios", ["Designs", "Households", "Notation", "Scenarios", "TestSupport"], exclude: ["Fixtures"]),
    tests(
      "Experiments",
      [
        "CostEffectiveness", "Designs", "ExactMath", "Experiments", "Households", "MarkovChains", "Randomness",
        "Simulation", "Statistics",
      ]),
    tests(
      "Reporting",
      [
        "CostEffectiveness", "Designs", "Digests", "Experiments", "Households", "Notation", "Reporting", "Statistics",
      ]),
    tests("Charts", ["Charts", "Notation", "TestSupport"]),
    tests("Pages", ["Charts", "Notation", "Pages", "Reporting", "TestSupport"]),
    tests("Descriptions", ["Descriptions", "Households", "Scenarios"]),
    tests(
      "CommandLine",
      ["Digests", "Experiments", "Households", "Reporting", "Scenarios", "TestSupport", "untrap"],
      exclude: ["Browser", "Reading", "Recorded"]),
    tests("Notebook", ["TestSupport", "untrap"]),
    // Slow; skipped unless the environment has UNTRAP_VERIFY, as in `make verify`.
    tests(
      "Verification",
      [
        "Designs", "Digests", "ExactMath", "Experiments", "Households", "Randomness", "Reporting", "Scenarios",
        "Statistics",
        "Surveys", "TestSupport", "untrap",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
