package org.cleanplate.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.Test;

class UsedRangeTest {
  private static final FrameFormat FORMAT = new FrameFormat(200, 100, PixelLayout.BGRA_8);

  @Test
  void stretchesWhatUsesASmallPart() throws IOException {
    Optional<Stretch> found = find(gradient(100, 140), gradient(100, 140), gradient(110, 150));

    for (Stretch.Part part : found.orElseThrow().channels()) {
      assertEquals(95 / 255.0, part.black(), 1 / 255.0);
      assertEquals(155 / 255.0, part.white(), 1 / 255.0);
    }
  }

  @Test
  void leavesAPlateThatUsesMuchWithoutReadingAFrame() throws IOException {
    Frames frames = new Frames(List.of(gradient(100, 140)));

    assertEquals(Optional.empty(), UsedRange.of(frames, gradient(20, 200), new Cancellation()));

    assertEquals(0, frames.next);
  }

  @Test
  void leavesAFlatPlateBeforeWhichABrightSubjectStands() throws IOException {
    Frame subject = gradient(100, 120);
    Samples samples = Samples.of(subject);
    for (int i = 0; i < 2000; i++) {
      samples.set(i, 0, 230);
    }

    assertEquals(Optional.empty(), find(gradient(100, 120), subject));
  }

  @Test
  void aStrayPixelDoesNotCount() throws IOException {
    Frame hot = gradient(100, 140);
    Samples.of(hot).set(0, 1, 255);

    assertTrue(find(gradient(100, 140), hot).isPresent());
  }

  @Test
  void noiseOnEvenGroundIsNotBlownUpToTheWholeRange() throws IOException {
    Stretch.Part part =
        find(gradient(120, 122), gradient(120, 122)).orElseThrow().channels().get(0);

    assertEquals(0.1, part.range(), 0.005);
  }

  @Test
  void looksAtFramesAllOverALongSource() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      frames.add(gradient(100, i < 60 ? 120 : 140));
    }

    Stretch stretch = find(gradient(100, 120), frames.toArray(Frame[]::new)).orElseThrow();

    assertEquals(144 / 255.0, stretch.channels().get(0).white(), 1 / 255.0);
  }

  private static Optional<Stretch> find(Frame plate, Frame... frames) throws IOException {
    return UsedRange.of(new Frames(List.of(frames)), plate, new Cancellation());
  }

  private static Frame gradient(int from, int to) {
    Frame frame = Frame.allocate(FORMAT);
    Samples samples = Samples.of(frame);
    for (int i = 0; i < FORMAT.width() * FORMAT.height(); i++) {
      for (int c = 0; c < 3; c++) {
        samples.set(i, c, from + (to - from) * (i % FORMAT.width()) / (FORMAT.width() - 1f));
      }
    }
    return frame;
  }

  private static final class Frames implements FrameSource {
    private final List<Frame> frames;
    private int next;

    Frames(List<Frame> frames) {
      this.frames = frames;
    }

    @Override
    public String name() {
      return "frames";
    }

    @Override
    public FrameFormat format() {
      return FORMAT;
    }

    @Override
    public OptionalLong frameCountEstimate() {
      return OptionalLong.of(frames.size());
    }

    @Override
    public double framesPerSecond() {
      return 25;
    }

    @Override
    public boolean read(Frame frame) {
      if (next >= frames.size()) {
        return false;
      }
      frame.pixels().put(frames.get(next++).pixels());
      return true;
    }

    @Override
    public void skip(long count) {
      next += (int) count;
    }

    @Override
    public void close() {}
  }
}
