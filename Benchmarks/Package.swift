// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "untrap", path: "..")],
  targets: [
    .executableTarget(name: "benchmarks", dependencies: [.product(name: "UntrapModel", package: "untrap")])
  ],
  swiftLanguageModes: [.v6]
)
