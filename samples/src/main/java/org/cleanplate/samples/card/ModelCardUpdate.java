package org.cleanplate.samples.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Brings a model's card up to date with its weights: {@code ModelCardUpdate WEIGHTS NAME FOOTAGE
 * SCORES [RUN...]}.
 *
 * <p>{@code WEIGHTS} is the folder with {@code NAME.safetensors} and {@code NAME.md}. {@code
 * FOOTAGE} is what footage.ijm made, {@code SCORES} the summary of an evaluation; {@code -} leaves
 * the pictures, or the scores, as they are. {@code RUN} are the run folders that led to the model,
 * the first first; without any, the curves kept beside the card are drawn.
 */
public final class ModelCardUpdate {
  private static final String LEAVE = "-";
  private static final String ROWS = "rows.txt";

  private ModelCardUpdate() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 4) {
      System.err.println("Usage: ModelCardUpdate WEIGHTS NAME FOOTAGE SCORES [RUN...]");
      System.exit(2);
    }
    Path weights = Path.of(arguments[0]);
    String name = arguments[1];
    Path kept = Files.createDirectories(weights.resolve(name));
    if (!arguments[2].equals(LEAVE)) {
      drawSheets(Path.of(arguments[2]), kept);
    }
    if (!arguments[3].equals(LEAVE)) {
      Files.writeString(kept.resolve(CardText.SCORES), Files.readString(Path.of(arguments[3])));
    }
    List<Path> runs = Stream.of(arguments).skip(4).map(Path::of).toList();
    if (!runs.isEmpty()) {
      TrainingRound.keepAll(runs, kept);
    }
    ImageIO.write(
        new CurvePicture(TrainingRound.readAll(kept)).draw(),
        "png",
        kept.resolve("training.png").toFile());
    Path card = weights.resolve(name + ".md");
    Files.writeString(card, CardText.updated(Files.readString(card), weights, name));
  }

  private static void drawSheets(Path footage, Path pictures) throws IOException {
    Path[] sheets;
    try (Stream<Path> folders = Files.list(footage)) {
      sheets = folders.filter(folder -> Files.exists(folder.resolve(ROWS))).toArray(Path[]::new);
    }
    Arrays.sort(sheets);
    for (Path sheet : sheets) {
      List<String> lines = Files.readAllLines(sheet.resolve(ROWS));
      Path picture = pictures.resolve(sheet.getFileName() + ".png");
      FootageSheet drawn = new FootageSheet(sheet, lines.get(0), lines.subList(1, lines.size()));
      ImageIO.write(drawn.draw(), "png", picture.toFile());
    }
  }
}
