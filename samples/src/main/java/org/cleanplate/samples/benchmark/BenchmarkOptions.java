package org.cleanplate.samples.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.cleanplate.MattingException;

/**
 * The command line.
 *
 * @param golden the folder of the reference tensors: the weights and the published ONNX
 * @param media the folder of the real footage
 * @param sizes frame sizes
 * @param rounds how often each contestant is measured
 * @param roundMillis about how much processor time each measurement takes
 */
record BenchmarkOptions(Path golden, Path media, List<Size> sizes, int rounds, int roundMillis) {
  static final String USAGE =
      "run.sh [--quick] [--sizes 512x288,1920x1080] [--rounds N] [--golden DIR] [--media DIR]";

  private static final List<Size> ALL_SIZES =
      List.of(new Size(512, 288), new Size(640, 640), new Size(1280, 720), new Size(1920, 1080));

  /** A frame size in pixels. */
  record Size(int width, int height) {
    static Size parse(String text) {
      String[] numbers = text.split("x");
      try {
        return new Size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new MattingException("Size is \"" + text + "\", expected one such as 1920x1080", e);
      }
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  static BenchmarkOptions parse(String... arguments) {
    BenchmarkOptions options =
        new BenchmarkOptions(
            Path.of("../shared/golden"), Path.of("../shared/media"), ALL_SIZES, 9, 1_500);
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      options = options.with(words.next(), words);
    }
    return options;
  }

  private BenchmarkOptions with(String option, Iterator<String> values) {
    return switch (option) {
      case "--quick" -> new BenchmarkOptions(golden, media, sizes, 3, 400);
      case "--sizes" -> {
        List<Size> wanted =
            Arrays.stream(value(option, values).split(",")).map(Size::parse).toList();
        yield new BenchmarkOptions(golden, media, wanted, rounds, roundMillis);
      }
      case "--rounds" ->
          new BenchmarkOptions(
              golden, media, sizes, positive(option, value(option, values)), roundMillis);
      case "--golden" ->
          new BenchmarkOptions(Path.of(value(option, values)), media, sizes, rounds, roundMillis);
      case "--media" ->
          new BenchmarkOptions(golden, Path.of(value(option, values)), sizes, rounds, roundMillis);
      default -> throw new MattingException("Unknown option \"" + option + "\", expected " + USAGE);
    };
  }

  private static String value(String option, Iterator<String> values) {
    if (!values.hasNext()) {
      throw new MattingException(option + " has no value, expected " + USAGE);
    }
    return values.next();
  }

  private static int positive(String option, String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new MattingException(option + " is \"" + text + "\", expected a number over 0");
    }
    return Integer.parseInt(text);
  }
}
