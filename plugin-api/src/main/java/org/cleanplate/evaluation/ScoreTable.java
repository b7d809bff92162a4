package org.cleanplate.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Scores as CSV. Figures are scaled as papers print them: differences in thousandths, Grad and Conn
 * in thousands.
 */
final class ScoreTable {
  private static final String IMAGE_HEADER =
      "image,predictor,mad_e-3,mse_e-3,sad_e3,grad_e3,conn_e3,paddle_sad,paddle_mse,millis\n";
  private static final String SUMMARY_HEADER =
      "predictor,images,mad_e-3,worst_mad_e-3,mse_e-3,sad_e3,grad_e3,conn_e3,paddle_sad,paddle_mse,"
          + "dtssd_e-2,millis\n";

  private ScoreTable() {}

  static String ofImages(List<ImageScore> scores) {
    StringBuilder table = new StringBuilder(IMAGE_HEADER);
    for (ImageScore score : scores) {
      table
          .append(quoted(score.sample()))
          .append(',')
          .append(quoted(score.predictor()))
          .append(number(score.meanAbsoluteDifference() * 1000))
          .append(number(score.field().mse() * 1000))
          .append(number(score.field().sad()))
          .append(number(score.field().grad().orElseThrow() / 1000))
          .append(number(score.field().conn().orElseThrow() / 1000))
          .append(number(score.paddle().sad()))
          .append(number(score.paddle().mse()))
          .append(number(score.elapsed().toNanos() / 1e6))
          .append('\n');
    }
    return table.toString();
  }

  static String ofSummaries(List<Summary> summaries) {
    StringBuilder table = new StringBuilder(SUMMARY_HEADER);
    for (Summary summary : summaries) {
      table
          .append(quoted(summary.predictor()))
          .append(',')
          .append(summary.images())
          .append(number(summary.meanAbsoluteDifference() * 1000))
          .append(number(summary.worstAbsoluteDifference() * 1000))
          .append(number(summary.squaredDifference() * 1000))
          .append(number(summary.sad()))
          .append(number(summary.grad() / 1000))
          .append(number(summary.conn() / 1000))
          .append(number(summary.paddleSad()))
          .append(number(summary.paddleMse()))
          .append(summary.flicker().isPresent() ? number(percent(summary.flicker())) : ",")
          .append(number(summary.millis()))
          .append('\n');
    }
    return table.toString();
  }

  private static double percent(OptionalDouble value) {
    return value.getAsDouble() * 100;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, ",%.4f", value);
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
