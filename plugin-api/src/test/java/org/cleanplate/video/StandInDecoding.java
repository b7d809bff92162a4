package org.cleanplate.video;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * Reads a video with what calls itself an NVIDIA GPU and prints what comes of it: {@code frame
 * NUMBER MICROS BRIGHTNESS} for each in turn, {@code jump ...} for some of them from the last to
 * the first, {@code note ...}.
 */
final class StandInDecoding {
  private StandInDecoding() {}

  /** The video, and a GPU's number. */
  public static void main(String[] arguments) throws IOException {
    Path video = Path.of(arguments[0]);
    int gpu = Integer.parseInt(arguments[1]);
    DecodeOptions options = new DecodeOptions(false, new DecodingDevice.Nvidia(gpu, false));
    try (VideoFrameSource source = VideoFrameSource.open(video, options)) {
      Frame frame = Frame.allocate(source.format());
      while (source.read(frame)) {
        print("frame", frame);
      }
      source.notes().forEach(note -> System.out.println("note " + note));
    }
    VideoIndex index = VideoIndex.of(video, ProgressListener.NONE, new Cancellation());
    try (IndexedVideo indexed = IndexedVideo.open(video, index, options, Optional.empty())) {
      for (int i = index.frameCount() - 1; i >= 0; i -= 7) {
        print("jump", indexed.read(i));
      }
    }
  }

  private static void print(String what, Frame frame) {
    PrintStream out = System.out;
    int green = frame.pixels().get(1) & 0xFF;
    out.println(what + " " + frame.index() + " " + frame.timeMicros() + " " + green);
  }
}
