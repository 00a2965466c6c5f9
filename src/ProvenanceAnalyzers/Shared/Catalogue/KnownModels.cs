namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// Words in models' names that tell whose they are, beside the ids of the providers: data, each row with where it was seen and on which
/// day.
/// </summary>
internal static class KnownModels
{
    /// <summary>
    /// How a model's name begins and who provides it, for models written without their provider (<c>gpt-5.2</c> instead of
    /// <c>openai/gpt-5.2</c>).
    /// </summary>
    public static IReadOnlyList<ModelFamily> Prefixes { get; } =
    [
        new("claude-", "anthropic", "models.dev, models/anthropic/claude-opus-4-5-20251101", "2026-07-02"),
        new("gpt-", "openai", "models.dev, models/openai/gpt-5-chat-latest", "2026-07-02"),
        new("o1", "openai", "models.dev, models/openai/o1-pro", "2026-07-02"),
        new("o3", "openai", "models.dev, models/openai/o3-deep-research", "2026-07-02"),
        new("o4", "openai", "models.dev, models/openai/o4-mini-deep-research", "2026-07-02"),
        new("gemini-", "google", "models.dev, models/google/gemini-2.5-pro-tts", "2026-07-02"),
        new("grok-", "xai", "models.dev, models/xai/grok-4.20-0309-non-reasoning", "2026-07-02"),
        new("deepseek-", "deepseek", "models.dev, models/deepseek/deepseek-chat", "2026-07-02"),
        new("qwen", "alibaba", "models.dev, models/alibaba/qwen3-32b", "2026-07-02"),
        new("kimi-", "moonshotai", "models.dev, models/moonshotai/kimi-k2-thinking-turbo", "2026-07-02"),
        new("mistral-", "mistral", "models.dev, models/mistral/mistral-large-latest", "2026-07-02"),
        new("codestral", "mistral", "models.dev, models/mistral/codestral-latest", "2026-07-02"),
        new("llama-", "meta", "models.dev, models/meta/llama-3.3-70b-instruct", "2026-07-02"),
    ];

    /// <summary>Every other word, those of one provider together.</summary>
    public static IReadOnlyList<ModelFamily> Families { get; } =
    [
        new("chatgpt", "openai", "models.dev, providers/openai/models/chatgpt-image-latest", "2026-07-02"),
        new("codex", "openai", "models.dev, providers/azure/models/codex-mini", "2026-07-02"),
        new("davinci", "openai", "OpenAI, Deprecations", "2023-07-06"),
        new("curie", "openai", "OpenAI, Deprecations", "2023-07-06"),
        new("babbage", "openai", "OpenAI, Deprecations", "2023-07-06"),
        new("whisper", "openai", "models.dev, models/openai/whisper-large-v3", "2026-07-02"),
        new("opus", "anthropic", "models.dev, models/anthropic/claude-opus-4-5", "2026-07-02"),
        new("sonnet", "anthropic", "models.dev, models/anthropic/claude-sonnet-4-5", "2026-07-02"),
        new("haiku", "anthropic", "models.dev, models/anthropic/claude-haiku-4-5", "2026-07-02"),
        new("gemma", "google", "models.dev, models/google/gemma-4-31b-it", "2026-07-02"),
        new("devstral", "mistral", "models.dev, models/mistral/devstral-2512", "2026-07-02"),
        new("magistral", "mistral", "models.dev, models/mistral/magistral-medium-latest", "2026-07-02"),
        new("ministral", "mistral", "models.dev, providers/mistral/models/ministral-8b-latest", "2026-07-02"),
        new("mixtral", "mistral", "models.dev, providers/mistral/models/open-mixtral-8x22b", "2026-07-02"),
        new("pixtral", "mistral", "models.dev, models/mistral/pixtral-large-latest", "2026-07-02"),
        new("voxtral", "mistral", "models.dev, providers/amazon-bedrock/models/mistral.voxtral-small-24b-2507", "2026-07-02"),
        new("mistralai", "mistral", "models.dev, providers/nvidia/models/mistralai/mixtral-8x22b-instruct", "2026-07-02"),
        new("qwq", "alibaba", "models.dev, models/alibaba/qwq-plus", "2026-07-02"),
        new("qvq", "alibaba", "models.dev, providers/alibaba/models/qvq-max", "2026-07-02"),
        new("codellama", "meta", "models.dev, providers/kilo/models/alfredpros/codellama-7b-instruct-solidity", "2026-07-02"),
        new("moonshot", "moonshotai", "models.dev, providers/amazon-bedrock/models/moonshot.kimi-k2-thinking", "2026-07-02"),
        new("phi", "microsoft", "models.dev, providers/azure/models/phi-4", "2026-07-02"),
        new("nova", "amazon", "models.dev, providers/amazon-bedrock/models/amazon.nova-pro-v1:0", "2026-07-02"),
        new("titan", "amazon", "models.dev, providers/vercel/models/amazon/titan-embed-text-v2", "2026-07-02"),
        new("glm", "zhipuai", "models.dev, models/zhipuai/glm-4.7", "2026-07-02"),
        new("zai", "zhipuai", "models.dev, providers/amazon-bedrock/models/zai.glm-5", "2026-07-02"),
        new("minimax", "minimax", "models.dev, models/minimax/MiniMax-M2", "2026-07-02"),
        new("minimaxai", "minimax", "models.dev, providers/nvidia/models/minimaxai/minimax-m3", "2026-07-02"),
        new("nemotron", "nvidia", "models.dev, models/nvidia/nemotron-nano-9b-v2", "2026-07-02"),
        new("nvidia", "nvidia", "models.dev, providers/amazon-bedrock/models/nvidia.nemotron-nano-9b-v2", "2026-07-02"),
        new("command-a", "cohere", "models.dev, models/cohere/command-a-03-2025", "2026-07-02"),
        new("command-r", "cohere", "models.dev, models/cohere/command-r-08-2024", "2026-07-02"),
        new("cohere", "cohere", "models.dev, providers/github-models/models/cohere/cohere-command-a", "2026-07-02"),
        new("sonar", "perplexity", "models.dev, models/perplexity/sonar-pro", "2026-07-02"),
        new("perplexity", "perplexity", "models.dev, models/perplexity/sonar-pro", "2026-07-02"),
        new("hunyuan", "tencent", "models.dev, providers/kilo/models/tencent/hunyuan-a13b-instruct", "2026-07-02"),
        new("tencent", "tencent", "models.dev, providers/kilo/models/tencent/hunyuan-a13b-instruct", "2026-07-02"),
        new("ernie", "baidu", "models.dev, providers/jiekou/models/baidu/ernie-4.5-300b-a47b-paddle", "2026-07-02"),
        new("baidu", "baidu", "models.dev, providers/jiekou/models/baidu/ernie-4.5-300b-a47b-paddle", "2026-07-02"),
        new("mimo", "xiaomi", "models.dev, models/xiaomi/mimo-v2-pro", "2026-07-02"),
        new("xiaomi", "xiaomi", "models.dev, models/xiaomi/mimo-v2-pro", "2026-07-02"),
        new("stepfun", "stepfun", "models.dev, models/stepfun/step-3.5-flash", "2026-07-02"),
        new("doubao", "bytedance", "models.dev, providers/302ai/models/doubao-seed-1-8-251215", "2026-07-02"),
        new("seed-oss", "bytedance", "models.dev, providers/nvidia/models/bytedance/seed-oss-36b-instruct", "2026-07-02"),
        new("granite", "ibm", "models.dev, providers/kilo/models/ibm-granite/granite-4.0-h-micro", "2026-07-02"),
        new("jamba", "ai21", "models.dev, providers/kilo/models/ai21/jamba-large-1.7", "2026-07-02"),
        new("palmyra", "writer", "models.dev, providers/amazon-bedrock/models/writer.palmyra-x5-v1:0", "2026-07-02"),
        new("solar", "upstage", "models.dev, providers/upstage/models/solar-pro3", "2026-07-02"),
        new("mercury", "inception", "models.dev, providers/inception/models/mercury-2", "2026-07-02"),
    ];
}
