package org.cleanplate.training.data.synthesis;

/**
 * One hair: a line that tapers to its tip.
 *
 * @param xs from root to tip
 * @param ys from root to tip
 * @param radii half of the width, in pixels; may be far below one
 * @param root its colour there
 * @param tip its colour there
 * @param opacity 0..1
 */
record Strand(double[] xs, double[] ys, double[] radii, Rgb root, Rgb tip, double opacity) {

  Outline outline() {
    return Ribbon.square(xs, ys, radii);
  }

  /** Paints a row of its coverage. */
  void paint(Canvas canvas, int y, int from, int to, float[] coverage) {
    float perPixel = (float) (1 / Math.max(1, Math.hypot(endX() - xs[0], endY() - ys[0])));
    for (int x = from; x < to; x++) {
      float covered = coverage[x] * (float) opacity;
      if (covered > 0) {
        float dx = x - (float) xs[0];
        float dy = y - (float) ys[0];
        float along = Math.min(1, (float) Math.sqrt(dx * dx + dy * dy) * perPixel);
        canvas.over(
            y * canvas.width + x,
            root.red() + along * (tip.red() - root.red()),
            root.green() + along * (tip.green() - root.green()),
            root.blue() + along * (tip.blue() - root.blue()),
            covered);
      }
    }
  }

  private double endX() {
    return xs[xs.length - 1];
  }

  private double endY() {
    return ys[ys.length - 1];
  }
}
