package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.parameters.JumpChoice;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.FarFrames;
import org.cleanplate.video.FrameCopies;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JumpCopiesTest {
  private static final FrameFormat SMALL = new FrameFormat(32, 24, Layer.FOREGROUND_8.layout());

  /** What copies of such frames would need no disk has. */
  private static final FrameFormat HUGE =
      new FrameFormat(1 << 22, 1 << 22, Layer.FOREGROUND_8.layout());

  private static final int FRAMES = 20;

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();
  private Path video;
  private VideoIndex index;

  @BeforeEach
  void writeVideo() throws IOException {
    video = folder.resolve("walk.mp4");
    try (VideoFrameSink sink = VideoFrameSink.create(video, Layer.FOREGROUND_8, SMALL, 25)) {
      Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, Frame.allocate(SMALL)));
      for (int i = 0; i < FRAMES; i++) {
        matte.layer(Layer.FOREGROUND_8).stamp(i, i * 40_000L);
        matte.stamp(matte.layer(Layer.FOREGROUND_8));
        sink.write(matte);
      }
      sink.finish();
    }
    index = VideoIndex.of(video, ProgressListener.NONE, new Cancellation());
  }

  @Test
  void copiesFarFramesUnaskedIfThatTakesLittle() throws IOException {
    try (FrameCopies copies = make(new FarFrames(index, SMALL, 8), JumpChoice.AUTO).orElseThrow()) {
      assertTrue(copies.bytes() > 0);
    }
    assertEquals(List.of(), said);
  }

  @Test
  void saysThatJumpsAreSlowIfCopiesWouldTakeMuch() throws IOException {
    assertTrue(make(new FarFrames(index, HUGE, 8), JumpChoice.AUTO).isEmpty());
    assertEquals(1, said.size());
    assertTrue(
        said.get(0).startsWith("Jumps within walk.mp4 may take a second, as up to 20 frames"),
        said.get(0));
    assertTrue(said.get(0).contains("jumps=fast"), said.get(0));
  }

  @Test
  void refusesCopiesThatTheDiskHasNoPlaceFor() {
    MattingException e =
        assertThrows(
            MattingException.class, () -> make(new FarFrames(index, HUGE, 8), JumpChoice.FAST));
    assertTrue(e.getMessage().contains("make room, or open it with jumps=plain"), e.getMessage());
  }

  @Test
  void makesNoneIfNoFrameIsFarOrNoneAreWanted() throws IOException {
    assertTrue(make(new FarFrames(index, SMALL, FRAMES), JumpChoice.FAST).isEmpty());
    assertTrue(make(new FarFrames(index, SMALL, 8), JumpChoice.PLAIN).isEmpty());
    assertEquals(List.of(), said);
  }

  private Optional<FrameCopies> make(FarFrames far, JumpChoice choice) throws IOException {
    RunMonitor monitor = new RunMonitor(new Cancellation(), ProgressListener.NONE);
    return new JumpCopies(video, DecodeOptions.AS_IS, far)
        .make(choice, new RunLog(said::add), monitor);
  }
}
