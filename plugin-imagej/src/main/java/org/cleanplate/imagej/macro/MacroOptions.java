package org.cleanplate.imagej.macro;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;

/** The values of an option string, read by type. Every message names the key and the value. */
public final class MacroOptions {
  private final MacroSyntax syntax;
  private final Map<String, String> values;

  MacroOptions(MacroSyntax syntax, Map<String, String> values) {
    this.syntax = syntax;
    this.values = values;
  }

  /** Whether a flag or a value is given. */
  public boolean has(String key) {
    if (syntax.find(key).isEmpty()) {
      throw new IllegalArgumentException(syntax.command() + " has no key " + key);
    }
    return values.containsKey(key);
  }

  /** The values of all keys that are given, in their order; of a flag, an empty text. */
  public Map<String, String> byKey() {
    return Collections.unmodifiableMap(values);
  }

  public Optional<String> text(String key) {
    return has(key) ? Optional.of(values.get(key)) : Optional.empty();
  }

  /**
   * A value that must be given.
   *
   * @throws MattingException if it is not
   */
  public String required(String key) {
    return text(key)
        .orElseThrow(
            () ->
                new MattingException(
                    "\""
                        + key
                        + "\" is missing: write "
                        + syntax.find(key).map(MacroKey::usage).orElse(key)));
  }

  /** A whole number of at least {@code least}. */
  public OptionalInt integer(String key, int least) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    String expected = "a whole number of at least " + least;
    int value = number(key, text.get(), expected, Integer::parseInt);
    if (value < least) {
      throw wrong(key, text.get(), expected);
    }
    return OptionalInt.of(value);
  }

  /** A whole number from {@code least} to {@code most}. */
  public OptionalInt integer(String key, int least, int most) {
    OptionalInt value = integer(key, least);
    if (value.isPresent() && value.getAsInt() > most) {
      throw wrong(key, values.get(key), "a whole number from " + least + " to " + most);
    }
    return value;
  }

  /** A finite number. */
  public OptionalDouble number(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = number(key, text.get(), "a number such as 0.5", Double::parseDouble);
    if (!Double.isFinite(value)) {
      throw wrong(key, text.get(), "a finite number");
    }
    return OptionalDouble.of(value);
  }

  /** A finite number from {@code least} to {@code most}. */
  public OptionalDouble number(String key, double least, double most) {
    OptionalDouble value = number(key);
    if (value.isPresent() && !(value.getAsDouble() >= least && value.getAsDouble() <= most)) {
      throw wrong(key, values.get(key), "a number from " + least + " to " + most);
    }
    return value;
  }

  /** One of the constants of an enum, by {@code word}. */
  public <E extends Enum<E>> Optional<E> choice(
      String key, Class<E> type, Function<E, String> word) {
    return text(key)
        .map(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word.apply(constant).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            wrong(
                                key,
                                text,
                                Arrays.stream(type.getEnumConstants())
                                    .map(word)
                                    .collect(Collectors.joining(", ")))));
  }

  /** The message for a value that is not what the key takes. */
  public MattingException wrong(String key, String found, String expected) {
    return new MattingException("\"" + key + "\" is \"" + found + "\", expected " + expected);
  }

  /**
   * Refuses a key that would have no effect.
   *
   * @param reason when it has none: {@code "without save="}
   */
  public void refuse(String key, String reason) {
    if (has(key)) {
      throw new MattingException("\"" + key + "\" has no effect " + reason + ": leave it out");
    }
  }

  private <N> N number(String key, String text, String expected, Function<String, N> parser) {
    try {
      return parser.apply(text.strip());
    } catch (NumberFormatException e) {
      throw wrong(key, text, expected);
    }
  }
}
