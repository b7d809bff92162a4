package org.cleanplate.samples.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;

/** The command line; each option may be left out. Used by one thread. */
final class BenchmarkOptions {
  static final String USAGE =
      "[--quick] [--models mobilenetv2,resnet50,bundled] [--sizes 512x288,1920x1080] [--rounds N]"
          + " [--golden DIR] [--media DIR] [--csv FILE] [--results PAGE]";

  private static final Size HD = new Size(1920, 1080);

  private Path golden = Path.of("../shared/golden");
  private Path media = Path.of("../shared/media");
  private Optional<Path> csv = Optional.empty();
  private Optional<Path> results = Optional.empty();
  private List<BenchmarkModel> models = List.of(BenchmarkModel.values());
  private List<Size> sizes =
      List.of(
          new Size(512, 288), new Size(640, 640), new Size(1280, 720), HD, new Size(3840, 2160));
  private int rounds = 9;
  private int roundMillis = 1_500;
  private boolean quick;

  private BenchmarkOptions() {}

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

  /**
   * Reads the arguments.
   *
   * @throws MattingException that names the one that is not understood
   */
  static BenchmarkOptions parse(String... arguments) {
    BenchmarkOptions options = new BenchmarkOptions();
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      options.read(words.next(), words);
    }
    return options;
  }

  private void read(String option, Iterator<String> values) {
    switch (option) {
      case "--quick" -> {
        quick = true;
        rounds = 3;
        roundMillis = 200;
      }
      case "--models" ->
          models =
              Arrays.stream(value(option, values).split(",")).map(BenchmarkModel::parse).toList();
      case "--sizes" ->
          sizes = Arrays.stream(value(option, values).split(",")).map(Size::parse).toList();
      case "--rounds" -> rounds = positive(option, value(option, values));
      case "--golden" -> golden = Path.of(value(option, values));
      case "--media" -> media = Path.of(value(option, values));
      case "--csv" -> csv = Optional.of(Path.of(value(option, values)));
      case "--results" -> results = Optional.of(Path.of(value(option, values)));
      default -> throw new MattingException("Unknown option \"" + option + "\", expected " + USAGE);
    }
  }

  /** The folder of the reference tensors: the weights and the published ONNX. */
  Path golden() {
    return golden;
  }

  /** The folder of the real footage. */
  Path media() {
    return media;
  }

  /** The file for the figures. */
  Optional<Path> csv() {
    return csv;
  }

  /** The page whose tables are replaced. */
  Optional<Path> results() {
    return results;
  }

  /** What to measure. */
  List<FrameCase> cases() {
    return models.stream().flatMap(model -> FrameCase.of(model, sizesOf(model)).stream()).toList();
  }

  private List<Size> sizesOf(BenchmarkModel model) {
    boolean few = quick && model != BenchmarkModel.MOBILENETV2 && sizes.contains(HD);
    return few ? List.of(HD) : sizes;
  }

  /** How often it is each contestant's turn. */
  int rounds() {
    return rounds;
  }

  /** About how much processor time a turn takes. */
  int roundMillis() {
    return roundMillis;
  }

  boolean quick() {
    return quick;
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
