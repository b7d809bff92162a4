package org.cleanplate.samples.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.training.RunTable;

/** The parts of a card's text that are made: size and digest, the rounds, the scores. */
final class CardText {
  /** An evaluation's summary.csv, as it is kept beside the card. */
  static final String SCORES = "held-out-768.csv";

  private static final Pattern SIZE = Pattern.compile("[\\d,]+ bytes \\|");
  private static final Pattern DIGEST = Pattern.compile("\\| SHA-256 \\| `[0-9a-f]*` \\|");

  private CardText() {}

  /**
   * The text with its made parts made anew. What is between {@code <!-- rounds -->} and {@code <!--
   * /rounds -->}, and likewise for {@code scores}, is replaced.
   *
   * @param weights the folder with {@code NAME.safetensors} and the folder {@code NAME}
   */
  static String updated(String card, Path weights, String name) throws IOException {
    Path file = weights.resolve(name + ".safetensors");
    String size = String.format(Locale.ROOT, "%,d bytes |", Files.size(file));
    String digest = ModelCatalog.standard().open(file.toString()).sha256();
    String text = SIZE.matcher(card).replaceFirst(size);
    text = DIGEST.matcher(text).replaceFirst("| SHA-256 | `" + digest + "` |");
    Path kept = weights.resolve(name);
    text = replaced(text, "rounds", rounds(TrainingRound.readAll(kept)));
    return replaced(text, "scores", scores(Files.readAllLines(kept.resolve(SCORES))));
  }

  private static String replaced(String text, String part, String table) {
    String begin = "<!-- " + part + " -->\n";
    String end = "<!-- /" + part + " -->";
    Matcher block =
        Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException(
          "The card has no part between " + begin.strip() + " and " + end);
    }
    return text.substring(0, block.start()) + begin + table + end + text.substring(block.end());
  }

  private static String rounds(List<TrainingRound> rounds) {
    return "| round | steps | hours | MAD on generated pictures kept aside, first and best |\n"
        + "|---|---|---|---|\n"
        + rounds.stream().map(CardText::round).collect(Collectors.joining());
  }

  private static String round(TrainingRound round) {
    double[] mad = round.validations().column(TrainingRound.MAD);
    double[] step = round.validations().column(RunTable.STEP);
    int best = 0;
    for (int i = 1; i < mad.length; i++) {
      best = mad[i] < mad[best] ? i : best;
    }
    String quality =
        mad.length == 0
            ? "–"
            : String.format(
                Locale.ROOT,
                "%.1f after %.0f, %.1f after %.0f",
                mad[0] * 1000,
                step[0],
                mad[best] * 1000,
                step[best]);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %s |\n",
        round.name(),
        round.steps(),
        round.hours(),
        quality);
  }

  /** Each line of a summary against the last, which is the baseline's. */
  private static String scores(List<String> lines) {
    double baseline = mad(lines.get(lines.size() - 1));
    StringBuilder table =
        new StringBuilder(
            "| | MAD | worst | Grad | MAD against the key's |\n|---|---|---|---|---|\n");
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",");
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.0f | %.1f | %.2f |\n",
              values[0],
              mad(line),
              Double.parseDouble(values[3]),
              Double.parseDouble(values[6]),
              mad(line) / baseline));
    }
    return table.toString();
  }

  private static double mad(String line) {
    return Double.parseDouble(line.split(",")[2]);
  }
}
