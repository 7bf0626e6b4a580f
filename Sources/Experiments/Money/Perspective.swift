/// Whose costs count.
public enum Perspective: String, CaseIterable, Sendable {
  /// What programmes spend.
  case programme
  /// That, and what being at a level and moving between levels costs others.
  case wider
}
