package org.cleanplate.video;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * The pictures of a decoder as they are meant to be seen: turned and mirrored as their display
 * matrix says, and woven fields made whole pictures if that is asked for. Pictures that need
 * neither pass through untouched. Used by one thread; the decoder is left open.
 */
final class UprightPictures implements Pictures, AutoCloseable {
  /** One picture for a frame, not for a field, so that times and the number of frames stay. */
  private static final String DEINTERLACE = "bwdif=mode=send_frame:parity=auto:deint=all";

  private static final int MATRIX_BYTES = 9 * Integer.BYTES;

  private final VideoDecoder decoder;
  private final boolean deinterlace;
  private FilterGraph graph;

  /** What the graph takes. */
  private Kind graphKind;

  /** Decoded, but of another kind than the graph takes; null if there is none. */
  private AVFrame held;

  private boolean interlaced;

  UprightPictures(VideoDecoder decoder, boolean deinterlace) {
    this.decoder = decoder;
    this.deinterlace = deinterlace;
  }

  @Override
  public AVFrame next() throws IOException {
    while (true) {
      AVFrame filtered = graph == null ? null : graph.receive();
      if (filtered != null) {
        return filtered;
      }
      if (graph != null && graph.ended()) {
        close();
      }
      AVFrame decoded = held == null ? decoder.next() : held;
      held = null;
      if (graph == null) {
        List<String> steps = decoded == null ? List.of() : steps(decoded);
        if (steps.isEmpty()) {
          return decoded;
        }
        graph = FilterGraph.ofPictures(steps, decoded, decoder.timeBase(), decoder.name());
        graphKind = Kind.of(decoded);
      }
      if (decoded != null && Kind.of(decoded).equals(graphKind)) {
        decoded.pts(decoded.best_effort_timestamp());
        graph.send(decoded);
      } else {
        held = decoded;
        graph.sendEnd();
      }
    }
  }

  /** Whether a picture also depends on the one before it. */
  boolean lookBack() {
    return deinterlace;
  }

  /**
   * Goes on from another place.
   *
   * @param decoded the decoder's latest picture
   * @return it, as it is meant to be seen
   */
  AVFrame restart(AVFrame decoded) throws IOException {
    close();
    held = decoded;
    return next();
  }

  @Override
  public OptionalLong timeMicros(AVFrame picture) {
    return decoder.timeMicros(picture);
  }

  /** Whether pictures were interlaced and were left so. */
  boolean leftInterlaced() {
    return interlaced && !deinterlace;
  }

  private List<String> steps(AVFrame decoded) {
    interlaced |= (decoded.flags() & AV_FRAME_FLAG_INTERLACED) != 0;
    List<String> steps = new ArrayList<>();
    if (deinterlace) {
      steps.add(DEINTERLACE);
    }
    AVFrameSideData matrix = av_frame_get_side_data(decoded, AV_FRAME_DATA_DISPLAYMATRIX);
    if (matrix != null && matrix.size() >= MATRIX_BYTES) {
      steps.addAll(turns(new IntPointer(matrix.data())));
    }
    return steps;
  }

  /**
   * Quarter turns and mirrorings; another angle, which no camera writes, is left alone. The matrix
   * is the one of ISO 14496-12, rows {@code a b u, c d v, x y w}.
   */
  private static List<String> turns(IntPointer matrix) {
    IntBuffer cells = matrix.capacity(9).asBuffer();
    int quarters = (int) Math.round(-av_display_rotation_get(matrix) / 90);
    return switch (Math.floorMod(quarters, 4)) {
      case 1 -> List.of("transpose=" + (cells.get(3) > 0 ? "cclock_flip" : "clock"));
      case 2 -> halfTurn(cells);
      case 3 -> List.of("transpose=" + (cells.get(3) < 0 ? "clock_flip" : "cclock"));
      default -> cells.get(4) < 0 ? List.of("vflip") : List.of();
    };
  }

  private static List<String> halfTurn(IntBuffer cells) {
    List<String> steps = new ArrayList<>();
    if (cells.get(0) < 0) {
      steps.add("hflip");
    }
    if (cells.get(4) < 0) {
      steps.add("vflip");
    }
    return steps;
  }

  private record Kind(int width, int height, int pixelFormat) {
    static Kind of(AVFrame picture) {
      return new Kind(picture.width(), picture.height(), picture.format());
    }
  }

  /** Frees the filters. May be called twice, and the pictures used on. */
  @Override
  public void close() {
    if (graph != null) {
      graph.close();
      graph = null;
    }
  }
}
