package org.cleanplate.training;

import java.util.List;

/**
 * What a look through a data set has found.
 *
 * @param summary what there is to learn from, in words
 * @param problems what is wrong, a sentence each that names the files; none if all is well
 */
public record DataCheck(String summary, List<String> problems) {
  public DataCheck {
    problems = List.copyOf(problems);
  }

  /** Whether training can use the data. */
  public boolean isGood() {
    return problems.isEmpty();
  }
}
