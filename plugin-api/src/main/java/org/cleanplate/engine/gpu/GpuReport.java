package org.cleanplate.engine.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the check found.
 *
 * @param device what computes if the user leaves the choice to the program, in words
 * @param runtime name and version of the runtime
 * @param findings in the order in which things are needed
 */
public record GpuReport(String device, String runtime, List<Finding> findings) {
  public GpuReport {
    findings = List.copyOf(findings);
  }

  /** What to see to first; empty if CUDA works. */
  public Optional<Finding> firstMissing() {
    return findings.stream().filter(Finding::isMissing).findFirst();
  }

  /** The verdict, then a line for each finding. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Mattes are computed on: " + device);
    Optional<Finding> first = firstMissing();
    if (first.isEmpty()) {
      lines.add("CUDA works.");
    } else {
      lines.add("CUDA cannot be used. First missing: " + first.get().what());
      lines.add("What to do: " + first.get().remedy());
    }
    findings.forEach(finding -> lines.add("  " + finding.line()));
    lines.add("  Runtime: " + runtime);
    return lines;
  }

  /** All lines as one text. */
  public String text() {
    return String.join("\n", lines()) + "\n";
  }
}
