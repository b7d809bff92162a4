package org.cleanplate.training;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;

/**
 * A training plan as the user wrote it: {@code key = value} lines, {@code #} before remarks on
 * lines of their own. Backslashes are nothing special. Immutable.
 */
public final class PlanText {
  private static final long LONGEST = 1 << 20;

  private final Map<String, String> values;
  private final Path folder;

  private PlanText(Map<String, String> values, Path folder) {
    this.values = Collections.unmodifiableMap(values);
    this.folder = folder;
  }

  /**
   * Reads a file.
   *
   * @throws MattingException if there is none, it is no text, or a line of it is no {@code key =
   *     value}
   */
  public static PlanText read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new MattingException(
            file + " has " + Files.size(file) + " bytes: too long for a training plan");
      }
      return parse(Files.readString(file), file.toAbsolutePath().getParent());
    } catch (MalformedInputException e) {
      throw new MattingException(file + " is no text, expected a training plan in UTF-8", e);
    } catch (IOException e) {
      throw new MattingException("Cannot read the training plan " + file + ": check the path", e);
    }
  }

  /**
   * Reads lines.
   *
   * @param folder where relative paths start
   * @throws MattingException if a line is no {@code key = value}, or a key comes twice
   */
  public static PlanText parse(String text, Path folder) {
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      int equals = content.indexOf('=');
      if (equals <= 0) {
        throw new MattingException(
            "Line "
                + number
                + " of the training plan is \""
                + content
                + "\", expected key = value");
      }
      String key = content.substring(0, equals).strip();
      if (values.put(key, content.substring(equals + 1).strip()) != null) {
        throw new MattingException(
            "Line " + number + " of the training plan gives \"" + key + "\" a second time");
      }
    }
    return new PlanText(values, folder.toAbsolutePath());
  }

  /** The same text with another value for a key. */
  public PlanText with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(key, value.strip());
    return new PlanText(changed, folder);
  }

  /** Keys and values as written, in the order they were written in. */
  public Map<String, String> values() {
    return values;
  }

  /** Where relative paths start, absolute. */
  public Path folder() {
    return folder;
  }
}
