package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.cleanplate.MattingException;

/** A media file opened for reading. */
final class MediaInput implements AutoCloseable {
  static {
    FFmpeg.init();
  }

  private final AVFormatContext context = new AVFormatContext(null);

  private MediaInput() {}

  /**
   * Opens a file and finds out what streams it has.
   *
   * @throws MattingException if it is no media file
   */
  static MediaInput open(Path file) {
    MediaInput input = new MediaInput();
    AVDictionary options = new AVDictionary(null);
    // A playlist that poses as a video must not reach out to the network.
    av_dict_set(options, "protocol_whitelist", "file", 0);
    int code = avformat_open_input(input.context, file.toAbsolutePath().toString(), null, options);
    av_dict_free(options);
    if (code >= 0) {
      code = avformat_find_stream_info(input.context, (AVDictionary) null);
    }
    if (code < 0) {
      input.close();
      throw new MattingException(
          file.getFileName()
              + " cannot be read as a video ("
              + FFmpeg.reason(code)
              + "): it is no video, or it was cut off before its index was written; copy it again"
              + " or choose another file");
    }
    return input;
  }

  /** Owned by this input. */
  AVFormatContext context() {
    return context;
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (!Pointer.isNull(context)) {
      avformat_close_input(context);
    }
  }
}
