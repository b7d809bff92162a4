package org.cleanplate.training;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;

/**
 * The values of a plan by type. It remembers which keys were asked for: in the end those are all
 * there are, and any other is a mistake of the user's.
 */
final class PlanReader {
  private final PlanText text;
  private final Set<String> known = new LinkedHashSet<>();

  PlanReader(PlanText text) {
    this.text = text;
  }

  /** Where relative paths start. */
  Path base() {
    return text.folder();
  }

  Optional<String> text(String key) {
    known.add(key);
    Optional<String> value = Optional.ofNullable(text.values().get(key));
    if (value.filter(String::isEmpty).isPresent()) {
      throw new MattingException(key + " is empty: give it a value, or leave the line out");
    }
    return value;
  }

  /** What {@code value} gives if the key is there. */
  <T> Optional<T> ifGiven(String key, Supplier<T> value) {
    return text(key).map(given -> value.get());
  }

  int integer(String key, int otherwise, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    int value = text(key).map(t -> number(key, t, expected, Integer::valueOf)).orElse(otherwise);
    if (value < least || value > most) {
      throw wrong(key, expected);
    }
    return value;
  }

  long longInteger(String key, long otherwise) {
    return text(key).map(t -> number(key, t, "a whole number", Long::valueOf)).orElse(otherwise);
  }

  double number(String key, double otherwise, double least, double most) {
    String expected = "a number from " + least + " to " + most;
    double value = text(key).map(t -> number(key, t, expected, Double::valueOf)).orElse(otherwise);
    if (!(value >= least && value <= most)) {
      throw wrong(key, expected);
    }
    return value;
  }

  /** One number, or several with commas between them. */
  List<Double> numbers(String key, List<Double> otherwise, double least, double most) {
    String expected = "a number from " + least + " to " + most + ", or several with commas";
    List<Double> values =
        text(key)
            .map(t -> Arrays.stream(t.split(",", -1)))
            .map(parts -> parts.map(t -> number(key, t.strip(), expected, Double::valueOf)))
            .map(Stream::toList)
            .orElse(otherwise);
    if (!values.stream().allMatch(value -> value >= least && value <= most)) {
      throw wrong(key, expected);
    }
    return values;
  }

  boolean flag(String key, boolean otherwise) {
    return text(key)
        .map(
            value ->
                switch (value) {
                  case "yes" -> true;
                  case "no" -> false;
                  default -> throw wrong(key, "yes or no");
                })
        .orElse(otherwise);
  }

  /** One of several, by its word; it must be given. */
  <E> E choice(String key, E[] choices, Function<E, String> word) {
    String expected = Arrays.stream(choices).map(word).collect(Collectors.joining(", "));
    String found =
        text(key)
            .orElseThrow(
                () -> new MattingException(key + " is missing, expected one of " + expected));
    return Arrays.stream(choices)
        .filter(choice -> word.apply(choice).equals(found))
        .findFirst()
        .orElseThrow(() -> wrong(key, "one of " + expected));
  }

  /** A path, absolute. */
  Optional<Path> path(String key) {
    return text(key)
        .map(
            value -> {
              try {
                return text.folder().resolve(value).normalize();
              } catch (InvalidPathException e) {
                throw wrong(key, "a path");
              }
            });
  }

  /** The path of a folder or file that exists, absolute. */
  Optional<Path> existing(String key) {
    Optional<Path> path = path(key);
    if (path.isPresent() && !Files.exists(path.get())) {
      throw wrong(key, "a folder that exists; there is none at " + path.get());
    }
    return path;
  }

  /** The absolute path of a file if there is one of that path, else the value as it is: a name. */
  String existingPathOrName(String value) {
    try {
      Path path = text.folder().resolve(value).normalize();
      return Files.isRegularFile(path) ? path.toString() : value;
    } catch (InvalidPathException e) {
      return value;
    }
  }

  /**
   * Refuses a key that would have no effect.
   *
   * @param reason when it has none: {@code "in the base stage"}
   */
  void refuse(String key, String reason) {
    if (text(key).isPresent()) {
      throw new MattingException(key + " has no effect " + reason + ": leave it out");
    }
  }

  /** Fails if the plan holds a key that nobody asked for. */
  void refuseUnknownKeys() {
    List<String> keys = new ArrayList<>(known);
    for (String key : text.values().keySet()) {
      if (!known.contains(key)) {
        throw new MattingException(
            "The training plan knows no \""
                + key
                + "\". Did you mean "
                + NearestName.of(key, keys)
                + "? There are: "
                + String.join(", ", keys));
      }
    }
  }

  private MattingException wrong(String key, String expected) {
    return new MattingException(
        key + " is \"" + text.values().get(key) + "\", expected " + expected);
  }

  private <N> N number(String key, String value, String expected, Function<String, N> parser) {
    try {
      return parser.apply(value);
    } catch (NumberFormatException e) {
      throw wrong(key, expected);
    }
  }
}
