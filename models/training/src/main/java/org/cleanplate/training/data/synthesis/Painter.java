package org.cleanplate.training.data.synthesis;

import java.util.List;
import org.cleanplate.training.data.image.FloatImage;

/** Paints a subject, part upon part, in one light. Used by one thread. */
final class Painter {
  /** Around a part, so that its relief falls off to nothing. */
  private static final int MARGIN = 4;

  final Canvas canvas;
  final Dice dice;
  final Light light;
  private final Coverage coverage;
  private final Mask mask;

  Painter(int width, int height, Dice dice) {
    canvas = new Canvas(width, height);
    coverage = new Coverage(width, height);
    mask = new Mask(width, height);
    this.dice = dice;
    light = Light.any(dice);
  }

  int width() {
    return canvas.width;
  }

  int height() {
    return canvas.height;
  }

  /** Length of the shorter side. */
  double size() {
    return Math.min(canvas.width, canvas.height);
  }

  void part(Material material, Outline... outlines) {
    part(material, List.of(outlines), List.of());
  }

  /** Paints outlines as one surface, less its holes. */
  void part(Material material, List<Outline> outlines, List<Outline> holes) {
    outlines.forEach(coverage::add);
    holes.forEach(coverage::cut);
    coverage.drain(mask::row);
    if (!mask.isEmpty()) {
      paint(material, mask.take(MARGIN));
    }
  }

  /** Cuts an outline out of everything painted so far. */
  void erase(Outline outline, float share) {
    coverage.add(outline);
    coverage.drain(
        (y, from, to, row) -> {
          for (int x = from; x < to; x++) {
            canvas.erase(y * canvas.width + x, row[x] * share);
          }
        });
  }

  /** Paints an outline without light. */
  void flat(Outline outline, Rgb color, float opacity) {
    coverage.add(outline);
    coverage.drain(
        (y, from, to, row) -> {
          for (int x = from; x < to; x++) {
            canvas.over(
                y * canvas.width + x, color.red(), color.green(), color.blue(), row[x] * opacity);
          }
        });
  }

  /** Paints one hair. */
  void strand(Strand strand) {
    coverage.add(strand.outline());
    coverage.drain((y, from, to, row) -> strand.paint(canvas, y, from, to, row));
  }

  private void paint(Material material, Mask.Piece piece) {
    FloatImage shape = piece.coverage();
    Relief relief = Relief.of(dice, shape, piece.left(), piece.top(), material, light);
    float[] rgb = new float[3];
    float opacity = (float) material.opacity();
    Rgb tint = light.color();
    for (int y = 0; y < shape.height(); y++) {
      int at = (y + piece.top()) * canvas.width + piece.left();
      for (int x = 0; x < shape.width(); x++) {
        float covered = shape.values()[y * shape.width() + x];
        if (covered > 0) {
          material.texture().color(x + piece.left(), y + piece.top(), rgb);
          float lit = relief.diffuse(x, y);
          float mirrored = material.shine() > 0 ? relief.highlight(x, y) : 0;
          canvas.over(
              at + x,
              Math.min(1, rgb[0] * lit * tint.red() + mirrored),
              Math.min(1, rgb[1] * lit * tint.green() + mirrored),
              Math.min(1, rgb[2] * lit * tint.blue() + mirrored),
              covered * opacity);
        }
      }
    }
  }
}
