import CellUI

/// The library: what is offered, what is found, what is selected.
struct LibraryState: Sendable {
  /// One line of the list.
  enum Row: Hashable, Sendable {
    case heading(String)
    case entry(LibraryEntry)
    /// A group of electives, open or folded.
    case group(index: Int, title: String, count: Int, open: Bool)

    var isSelectable: Bool {
      switch self {
      case .heading: false
      case .entry, .group: true
      }
    }
  }

  let course: CourseModel
  var openGroups: Set<Int> = []
  var selected = 0
  /// The search as it is typed; nil when nobody searches.
  var query: TextField?
  /// Whether the keys go into the search field.
  var isTyping = false
  private(set) var rows: [Row] = []

  init(course: CourseModel, progress: Progress) {
    self.course = course
    rebuild()
    select(id: course.next(progress)?.id ?? course.coreEntries.first?.id)
  }

  var selectedRow: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  var selectedEntry: LibraryEntry? {
    if case .entry(let entry)? = selectedRow { entry } else { nil }
  }

  var found: Int { rows.count { if case .entry = $0 { true } else { false } } }

  /// Makes the rows anew, after the search or a group has changed.
  mutating func rebuild() {
    let kept = selectedRow
    if let query, !query.isEmpty {
      rows = matches(query.text).map { .entry($0) }
    } else {
      rows = everything
    }
    selected = kept.flatMap { rows.firstIndex(of: $0) } ?? 0
    settle(1)
  }

  mutating func select(id: String?) {
    guard let id else { return }
    let place = rows.firstIndex { if case .entry(let entry) = $0 { entry.id == id } else { false } }
    if let place { selected = place }
    settle(1)
  }

  mutating func select(row: Int) {
    guard rows.indices.contains(row), rows[row].isSelectable else { return }
    isTyping = false
    selected = row
  }

  mutating func move(by rows: Int) {
    guard !self.rows.isEmpty else { return }
    selected = max(0, min(self.rows.count - 1, selected + rows))
    settle(rows < 0 ? -1 : 1)
  }

  mutating func toggleGroup() {
    guard case .group(let index, _, _, _)? = selectedRow else { return }
    openGroups.formSymmetricDifference([index])
    rows = everything
  }

  /// Leaves headings: they cannot be selected.
  private mutating func settle(_ direction: Int) {
    guard !rows.isEmpty else { return }
    for step in [direction, -direction] {
      while rows.indices.contains(selected), !rows[selected].isSelectable { selected += step }
      if rows.indices.contains(selected) { return }
      selected = max(0, min(rows.count - 1, selected))
    }
  }

  private var everything: [Row] {
    var out: [Row] = []
    for group in course.core {
      if !group.title.isEmpty { out.append(.heading(group.title)) }
      out += group.entries.map { .entry($0) }
    }
    if !course.electives.isEmpty { out.append(.heading(LibraryState.electivesTitle)) }
    for (index, group) in course.electives.enumerated() {
      let open = openGroups.contains(index)
      out.append(
        .group(index: index, title: group.title, count: group.entries.count, open: open))
      if open { out += group.entries.map { .entry($0) } }
    }
    return out
  }

  static let electivesTitle = "Electives"

  /// Entries in which every word of the query occurs.
  private func matches(_ query: String) -> [LibraryEntry] {
    let words = query.lowercased().split(separator: " ")
    return (course.coreEntries + course.electiveEntries).filter { entry in
      let text = entry.searchText
      return words.allSatisfy { text.contains($0) }
    }
  }
}

extension LibraryEntry {
  /// Everything about it that can be searched for.
  var searchText: String {
    ([id, title] + words + specs + preview + variants.map { $0.name + " " + ($0.title ?? "") })
      .joined(separator: " ").lowercased()
  }
}
