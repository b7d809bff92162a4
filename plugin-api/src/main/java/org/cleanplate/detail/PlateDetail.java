package org.cleanplate.detail;

import java.util.BitSet;
import org.cleanplate.detail.CellGrid.Box;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;

/**
 * Draws the outline of a matte from the clean plate itself. A network knows where the subject is,
 * and blurs what is finer than it can resolve: hair, fur, the last pixel of an edge. There the
 * compositing equation is solved pixel by pixel, see {@link CompositingEquation}; what the network
 * is certain of stays as it is, and so does everything where plate and frame do not agree, or where
 * no subject is near. What does not differ from the plate at all is no subject, see {@link
 * Phantoms}, nor is what only shades it, see {@link SoftShadows}; nor what lies beyond its edge,
 * see {@link UncoveredParts}. A hole in a body that only looks like the plate is filled, see {@link
 * Holes}.
 *
 * <p>Costs time mostly for the pixels of the outline.
 */
final class PlateDetail {
  private final CellGrid grid;
  private final CertainPixels certain;
  private final Coverage covered;
  private final ChangedPixels uncovered;
  private final ChangedPixels filled;
  private final Pixels frame;
  private final Shade shade;
  private final Pixels plate;
  private final Surroundings.At around = new Surroundings.At();
  private final float[] seen = new float[3];
  private final float[] clean = new float[3];
  private final float[] foreground = new float[3];

  /**
   * @param alpha of the network, 0..1; taken over
   * @param levels black and white of deep pixels
   */
  PlateDetail(Frame source, Frame cleanPlate, float[] alpha, Levels levels) {
    grid = new CellGrid(source.format().width(), source.format().height());
    certain = new CertainPixels(grid, alpha);
    covered = cleanPlate.coverage();
    // Before anything else looks at the ground: nothing is known of it there.
    uncovered = new UncoveredParts(grid, alpha, covered).clear();
    frame = Pixels.of(source, levels);
    Pixels lit = Pixels.of(cleanPlate, levels);
    PartMeans squares = PartMeans.of(grid, alpha, frame, lit);
    // Before shadows are looked for: a dark hole looks like one.
    filled = new Holes(grid, squares, alpha, agreementWith(lit)).fill();
    shade = SoftShadows.find(squares);
    plate = shade.over(lit, grid.width());
  }

  /** Writes into {@code matte} the pixels of the outline, and those where nothing is. */
  void draw(Matte matte, int backdrop) {
    DetailSink sink = new DetailSink(matte, backdrop);
    PlateAgreement agreement = agreementWith(plate);
    uncovered.write(frame, sink);
    filled.write(frame, sink);
    shade.takeBack(agreement, sink);
    new Phantoms(grid, certain.alpha(), agreement).takeBack(sink);
    BitSet doubtful = certain.doubtfulCells();
    if (doubtful.isEmpty()) {
      return;
    }
    BitSet cells = grid.grown(doubtful, 1);
    Surroundings surroundings = Surroundings.measure(grid, cells, certain, frame, plate);
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      Box box = grid.pixelsOf(cell);
      BitSet open = certain.openPixels(box);
      for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
        solve(surroundings, box.left() + i % box.width(), box.top() + i / box.width(), sink);
      }
    }
  }

  private PlateAgreement agreementWith(Pixels ground) {
    return new PlateAgreement(grid, certain.alpha(), frame, ground, covered);
  }

  private void solve(Surroundings surroundings, int x, int y, DetailSink sink) {
    if (!surroundings.read(x, y, around)) {
      return;
    }
    int pixel = y * grid.width() + x;
    frame.read(pixel, seen);
    plate.read(pixel, clean);
    for (int c = 0; c < 3; c++) {
      clean[c] = Math.min(1, clean[c] * around.gain[c]);
    }
    float alpha = CompositingEquation.alpha(seen, clean, around, certain.alpha()[pixel]);
    CompositingEquation.foreground(seen, clean, around, alpha, foreground);
    sink.write(pixel, alpha, foreground);
  }
}
