package org.cleanplate.job;

import org.cleanplate.engine.MemoryBudget;
import org.cleanplate.engine.ThreadLayout;

/**
 * How much a job has in work at a time, which is what its memory follows from.
 *
 * @param threads the engine's
 * @param slots frames that are in memory at a time
 */
record PipelineSize(ThreadLayout threads, int slots) {
  /** While all workers are busy one more frame is read and one more written. */
  private static final int READ_AND_WRITTEN = 2;

  /**
   * As much as is wanted and fits into memory, but never less than one frame.
   *
   * @param wanted the engine's wish
   * @param frames how many there are
   * @param workerBytes native memory of one computation
   * @param slotBytes buffers of one frame
   */
  static PipelineSize fitting(
      ThreadLayout wanted, long frames, long workerBytes, long slotBytes, MemoryBudget budget) {
    long buffered = Math.max(1, budget.bufferBytes() / Math.max(1, slotBytes));
    long computed = budget.computationBytes() / Math.max(1, workerBytes);
    ThreadLayout threads = wanted.withFrameWorkersUpTo(Math.min(buffered, computed));
    long useful = Math.min(threads.frameWorkers() + READ_AND_WRITTEN, Math.max(1, frames));
    return new PipelineSize(threads, (int) Math.min(buffered, useful));
  }
}
