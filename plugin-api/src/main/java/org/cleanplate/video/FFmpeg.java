package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

/** What every use of the native library shares: its error codes and its log. */
final class FFmpeg {
  private static final Logger LOGGER = LogManager.getLogger(FFmpeg.class);
  private static final int MESSAGE_BYTES = 256;

  /** What the library logs on a thread while it attempts something there. */
  private static final ThreadLocal<StringBuilder> HEARD = new ThreadLocal<>();

  /** Before what the library logs: who says it. */
  private static final Pattern SPEAKER = Pattern.compile("^\\[.*? @ \\w+] *");

  /** Held here because native code calls it until the process ends. */
  private static final LogCallback LOG =
      new LogCallback() {
        @Override
        public void call(int level, BytePointer message) {
          String said = message.getString();
          LOGGER.info("FFmpeg: {}", said.strip());
          Optional.ofNullable(HEARD.get()).ifPresent(heard -> heard.append(said));
        }
      };

  private FFmpeg() {}

  /**
   * Sends the library's errors to our log, at a level below warning: those that matter are also
   * thrown. Its chatter is dropped.
   */
  static void init() {
    av_log_set_level(AV_LOG_ERROR);
    setLogCallback(LOG);
  }

  /**
   * Passes a good code on.
   *
   * @param doing what was tried, as the start of a message: {@code "Cannot write clip.mp4"}
   * @throws IOException with the reason if the code is negative
   */
  static int check(int code, String doing) throws IOException {
    if (code < 0) {
      throw new IOException(doing + ": " + reason(code));
    }
    return code;
  }

  /**
   * What came of a call.
   *
   * @param code the library's, negative if it failed
   * @param reason why it failed, in the words of the library's log, which says more than its code
   */
  record Attempt(int code, String reason) {
    boolean failed() {
      return code < 0;
    }
  }

  /** Calls the library on this thread and listens to what it logs meanwhile. */
  static Attempt attempt(IntSupplier call) {
    StringBuilder heard = new StringBuilder();
    HEARD.set(heard);
    try {
      int code = call.getAsInt();
      String said =
          heard
              .toString()
              .lines()
              .map(line -> SPEAKER.matcher(line).replaceFirst("").strip())
              .filter(line -> !line.isEmpty())
              .distinct()
              .collect(Collectors.joining("; "));
      return new Attempt(code, said.isEmpty() ? reason(code) : said);
    } finally {
      HEARD.remove();
    }
  }

  /**
   * A picture with a buffer of its own, of the size of another.
   *
   * @return for the caller to free
   */
  static AVFrame allocatePicture(int pixelFormat, AVFrame sized) throws IOException {
    return allocatePicture(pixelFormat, sized.width(), sized.height());
  }

  /**
   * A picture with a buffer of its own.
   *
   * @return for the caller to free
   */
  static AVFrame allocatePicture(int pixelFormat, int width, int height) throws IOException {
    AVFrame picture = av_frame_alloc();
    picture.format(pixelFormat).width(width).height(height);
    int code = av_frame_get_buffer(picture, 0);
    if (code < 0) {
      av_frame_free(picture);
      check(code, "Cannot allocate a picture of " + width + "x" + height);
    }
    return picture;
  }

  /** The library's own words for a negative code. */
  static String reason(int code) {
    byte[] message = new byte[MESSAGE_BYTES];
    av_strerror(code, message, message.length);
    int end = 0;
    while (end < message.length && message[end] != 0) {
      end++;
    }
    return new String(message, 0, end, StandardCharsets.UTF_8);
  }
}
