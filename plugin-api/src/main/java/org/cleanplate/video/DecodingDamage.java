package org.cleanplate.video;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What a decoder found wrong with its file. Used by one thread. */
final class DecodingDamage {
  private final String name;
  private long packetsPassedOver;
  private long damagedFrames;
  private String reason = "";
  private String end = "";

  DecodingDamage(String name) {
    this.name = name;
  }

  /** A packet could not be used, for the reason of the library's code. */
  void passedOver(int code) {
    packetsPassedOver++;
    reason = FFmpeg.reason(code);
  }

  /** Counts a picture that was decoded from damaged data. */
  void look(AVFrame picture) {
    if ((picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || picture.decode_error_flags() != 0) {
      damagedFrames++;
    }
  }

  /**
   * The file ended.
   *
   * @param code what reading it on gave
   * @param packets how many there were
   * @param promised how many its header counts or its duration amounts to, 0 if it does not tell
   */
  void ended(int code, long packets, long promised) {
    if (packets < promised) {
      end = name + " breaks off after " + packets + " of " + promised + " frames";
    } else if (code != AVERROR_EOF) {
      end = name + " breaks off (" + FFmpeg.reason(code) + ")";
    }
  }

  long packetsPassedOver() {
    return packetsPassedOver;
  }

  /** A sentence for each kind of damage. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (packetsPassedOver > 0) {
      notes.add(
          name
              + ": "
              + count(packetsPassedOver, "damaged packet")
              + " passed over ("
              + reason
              + ")");
    }
    if (damagedFrames > 0) {
      notes.add(name + ": " + count(damagedFrames, "frame") + " may look damaged, as its data is");
    }
    if (!end.isEmpty()) {
      notes.add(end + ": all frames up to there are used");
    }
    return notes;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
