package org.cleanplate.video;

import java.nio.file.Path;

/**
 * Where the sound of a result comes from.
 *
 * @param file a file with sound; it need not have any
 * @param startMicros when the source's first frame is shown, on the file's own clock
 * @param toTheEnd whether sound is kept that goes on after the last frame written; else it ends
 *     with that frame
 */
public record SoundSource(Path file, long startMicros, boolean toTheEnd) {}
