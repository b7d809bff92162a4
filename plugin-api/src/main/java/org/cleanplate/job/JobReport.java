package org.cleanplate.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a job, for the results to record.
 *
 * @param frames frames in the results, those of an earlier run counted; if cancelled, frames
 *     written before that
 * @param elapsed time the job took
 * @param cancelled whether the user stopped it; nothing was kept then
 * @param modelName the model's name
 * @param device the device that computed
 * @param fallback why that is not the device asked for; empty if it is
 * @param plate where the clean plate came from
 * @param notes what the user should know of the source and the outputs, each a sentence
 */
public record JobReport(
    long frames,
    Duration elapsed,
    boolean cancelled,
    String modelName,
    String device,
    Optional<String> fallback,
    String plate,
    List<String> notes) {}
