package org.cleanplate.imagej.macro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;

/**
 * The keys of one command and the strict reader of its option string.
 *
 * <p>An option string is a list of {@code key=value}, {@code key=[value with spaces]}, {@code
 * key='value ] of any kind'} and flags, which are bare keys. ImageJ itself ignores words it does
 * not know, so that {@code treshold=0.9} silently runs with the default. Here an unknown word, a
 * word given twice, a flag with a value and a key without one are all refused.
 *
 * @param command the command as the menu shows it
 * @param keys all keys, in the order in which they are recorded
 */
public record MacroSyntax(String command, List<MacroKey> keys) {
  public MacroSyntax {
    keys = List.copyOf(keys);
  }

  /**
   * Reads an option string.
   *
   * @throws MattingException if it holds anything that is not understood
   */
  public MacroOptions parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    MacroScanner scanner = new MacroScanner(text);
    while (scanner.hasNext()) {
      MacroScanner.Word word = scanner.next();
      check(word);
      if (values.put(word.key(), word.value().orElse("")) != null) {
        throw new MattingException("\"" + word.key() + "\" is given twice: leave one out");
      }
    }
    return new MacroOptions(this, values);
  }

  private void check(MacroScanner.Word word) {
    MacroKey key = find(word.key()).orElseThrow(() -> unknown(word.key()));
    if (key.isFlag() && word.value().isPresent()) {
      throw new MattingException(
          "\""
              + key.name()
              + "\" stands alone, but has the value \""
              + word.value().get()
              + "\": write only "
              + key.name()
              + ", or leave it out");
    }
    if (!key.isFlag() && word.value().filter(value -> !value.isBlank()).isEmpty()) {
      throw new MattingException(
          "\"" + key.name() + "\" has no value: write " + key.usage() + ", or leave it out");
    }
  }

  /**
   * Writes an option string that {@link #parse} reads back.
   *
   * @param values by key, of a flag an empty text; those of keys that the command does not have are
   *     left out
   */
  public String line(Map<String, String> values) {
    MacroLine line = new MacroLine();
    for (MacroKey key : keys) {
      if (values.containsKey(key.name()) && key.isFlag()) {
        line.flag(key.name(), true);
      } else if (values.containsKey(key.name())) {
        line.add(key.name(), values.get(key.name()));
      }
    }
    return line.toString();
  }

  /** The key of that name, if there is one. */
  Optional<MacroKey> find(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  private MattingException unknown(String name) {
    List<String> names = keys.stream().map(MacroKey::name).toList();
    if (names.isEmpty()) {
      return new MattingException("Unknown key \"" + name + "\": " + command + " knows none");
    }
    return new MattingException(
        "Unknown key \""
            + name
            + "\", did you mean \""
            + NearestName.of(name, names)
            + "\"? "
            + command
            + " knows: "
            + String.join(", ", names));
  }

  /** A page that explains every key, one a line. */
  public String help() {
    if (keys.isEmpty()) {
      return "run(\"" + command + "\")\n";
    }
    int width = keys.stream().mapToInt(key -> key.usage().length()).max().orElse(0);
    return keys.stream()
        .map(key -> String.format("  %-" + width + "s  %s", key.usage(), key.help()))
        .collect(Collectors.joining("\n", "run(\"" + command + "\", \"key=value ...\")\n", "\n"));
  }
}
