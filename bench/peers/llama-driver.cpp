// Times llama.cpp's prebuilt library through its C API, in the order it likes best: one batch a step with every sequence
// in order, logits to the host, the most likely token fed back. Knows nothing of Quorum.
//
// llama-driver LIBRARIES MODEL GPU_LAYERS THREADS KV, with KV f16 or f32, then lines on standard input
//   decode SEQUENCES CONTEXT STEPS
// each answered by one line on standard output, "ms WALL PROCESSOR": the time for STEPS tokens of each sequence after
// CONTEXT tokens of prompt, by the clock and summed over the processors.
// The context of the last line stays open, so the same line again measures the same work again.
#include "ggml-backend.h"
#include "llama.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <vector>

namespace {

double now_ms() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double processor_ms() {
    return 1000.0 * clock() / CLOCKS_PER_SEC;
}

// Warnings and errors go to standard error; what the library tells besides is of no use here.
void log_problems(ggml_log_level level, const char * text, void *) {
    if (level >= GGML_LOG_LEVEL_WARN) fputs(text, stderr);
}

struct Options {
    llama_model * model;
    int threads;
    ggml_type kv;
};

// Sequences of one length that grow together.
class Session {
public:
    Session(const Options & options, int sequences, int context_length, int steps)
        : sequences_(sequences), context_length_(context_length), vocab_size_(llama_vocab_n_tokens(llama_model_get_vocab(options.model))),
          batch_(llama_batch_init(kPromptBatch, 0, 1)), last_(sequences) {
        auto params = llama_context_default_params();
        // A sequence's cells come in multiples of 256.
        params.n_ctx = (context_length + steps + 255) / 256 * 256 * sequences;
        params.n_seq_max = sequences;
        params.n_batch = kPromptBatch;
        params.n_ubatch = 512;
        params.n_threads = params.n_threads_batch = options.threads;
        params.type_k = params.type_v = options.kv;
        params.kv_unified = false;
        params.no_perf = true;
        context_ = llama_init_from_model(options.model, params);
        if (context_ == nullptr) throw std::runtime_error("llama.cpp could not open a context");
        read_prompts();
    }

    ~Session() {
        llama_batch_free(batch_);
        if (context_ != nullptr) llama_free(context_);
    }

    Session(const Session &) = delete;
    Session & operator=(const Session &) = delete;

    // Back to the end of the prompts.
    void rewind() {
        auto * memory = llama_get_memory(context_);
        for (int s = 0; s < sequences_; s++) llama_memory_seq_rm(memory, s, context_length_, -1);
        std::fill(last_.begin(), last_.end(), 1);
    }

    void decode(int steps) {
        for (int step = 0; step < steps; step++) {
            batch_.n_tokens = 0;
            for (int s = 0; s < sequences_; s++) add(last_[s], context_length_ + step, s, true);
            run();
            for (int s = 0; s < sequences_; s++) last_[s] = most_likely(llama_get_logits_ith(context_, s));
        }
    }

private:
    static constexpr int kPromptBatch = 2048;

    void read_prompts() {
        batch_.n_tokens = 0;
        for (int s = 0; s < sequences_; s++) {
            for (int i = 0; i < context_length_; i++) {
                add((i * 7) % vocab_size_, i, s, i == context_length_ - 1);
                if (batch_.n_tokens == kPromptBatch) flush();
            }
        }
        flush();
    }

    void add(llama_token token, int position, int sequence, bool wants_logits) {
        const int i = batch_.n_tokens++;
        batch_.token[i] = token;
        batch_.pos[i] = position;
        batch_.n_seq_id[i] = 1;
        batch_.seq_id[i][0] = sequence;
        batch_.logits[i] = wants_logits;
    }

    void flush() {
        if (batch_.n_tokens > 0) run();
        batch_.n_tokens = 0;
    }

    void run() {
        if (llama_decode(context_, batch_) != 0) throw std::runtime_error("llama_decode failed");
        llama_synchronize(context_);
    }

    llama_token most_likely(const float * logits) const {
        return static_cast<llama_token>(std::max_element(logits, logits + vocab_size_) - logits);
    }

    int sequences_;
    int context_length_;
    int vocab_size_;
    llama_batch batch_;
    std::vector<llama_token> last_;
    llama_context * context_ = nullptr;
};

void answer(const Options & options) {
    Session * session = nullptr;
    int open_sequences = 0, open_context = 0, open_steps = 0;
    int sequences, context_length, steps;
    while (scanf(" decode %d %d %d", &sequences, &context_length, &steps) == 3) {
        if (session == nullptr || sequences != open_sequences || context_length != open_context || steps > open_steps) {
            delete session;
            session = new Session(options, sequences, context_length, steps);
            open_sequences = sequences, open_context = context_length, open_steps = steps;
        }
        session->rewind();
        const double began = now_ms(), processor_began = processor_ms();
        session->decode(steps);
        printf("ms %.4f %.4f\n", now_ms() - began, processor_ms() - processor_began);
        fflush(stdout);
    }
    delete session;
}

}  // namespace

int main(int argc, char ** argv) {
    if (argc != 6) {
        fprintf(stderr, "usage: llama-driver LIBRARIES MODEL GPU_LAYERS THREADS f16|f32\n");
        return 2;
    }
    llama_log_set(log_problems, nullptr);
    ggml_log_set(log_problems, nullptr);
    ggml_backend_load_all_from_path(argv[1]);
    llama_backend_init();
    auto params = llama_model_default_params();
    params.n_gpu_layers = atoi(argv[3]);
    llama_model * model = llama_model_load_from_file(argv[2], params);
    if (model == nullptr) {
        fprintf(stderr, "llama.cpp could not load %s\n", argv[2]);
        return 1;
    }
    printf("ready\n");
    fflush(stdout);
    int status = 0;
    try {
        answer({model, atoi(argv[4]), strcmp(argv[5], "f32") == 0 ? GGML_TYPE_F32 : GGML_TYPE_F16});
    } catch (const std::exception & error) {
        fprintf(stderr, "%s\n", error.what());
        status = 1;
    }
    llama_model_free(model);
    llama_backend_free();
    return status;
}
