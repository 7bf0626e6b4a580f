/// Numbers of targeting and registration (model, 7.7).
public struct TargetingParameters: Sendable {
  static let catalogue: [ParameterDefinition] = []
}
