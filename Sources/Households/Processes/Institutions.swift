/// Numbers of the institutions process (model, 7.4).
public struct InstitutionParameters: Sendable {
  static let catalogue: [ParameterDefinition] = []
}
