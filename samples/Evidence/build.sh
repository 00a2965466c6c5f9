#!/usr/bin/env bash
# Makes a small repository with a history, in which each file of src/ has its own, and builds it: each rule PROV4xxx is reported once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

shop=artifacts/shop
rm -rf "$shop"
mkdir -p "$shop"
cp src/Shop.csproj src/Shop.slnx src/.editorconfig "$shop"
printf 'bin/\nobj/\n' > "$shop/.gitignore"
git -C "$shop" init --quiet --initial-branch=main
hour=8

# Commits some files of src/ by an author, each without the lines that hold a text; nothing: with all.
commit() {
    local author="$1" message="$2" without="$3" file
    shift 3
    hour=$((hour + 1))
    for file in "$@"; do
        if [ -n "$without" ]; then grep -v -F "$without" "src/$file" > "$shop/$file"; else cp "src/$file" "$shop/$file"; fi
    done
    git -C "$shop" add --all
    GIT_AUTHOR_NAME="${author% <*}" GIT_AUTHOR_EMAIL="$(sed 's/.*<\(.*\)>/\1/' <<< "$author")" \
        GIT_COMMITTER_NAME="${author% <*}" GIT_COMMITTER_EMAIL="$(sed 's/.*<\(.*\)>/\1/' <<< "$author")" \
        GIT_AUTHOR_DATE="$(printf '2026-11-20T%02d:00:00Z' "$hour")" GIT_COMMITTER_DATE="$(printf '2026-11-20T%02d:00:00Z' "$hour")" \
        git -C "$shop" -c commit.gpgsign=false -c core.autocrlf=false commit --quiet --message "$message"
}

# A note of git-ai on the latest commit.
note() {
    git -C "$shop" -c user.name=git-ai -c user.email=git-ai@example.com notes --ref=ai add --file=- HEAD
}

ada='Ada Lovelace <ada@example.com>'
bob='Bob Martin <bob@example.com>'
copilot='Copilot <198982749+Copilot@users.noreply.github.com>'
bot='github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

# A person's own work, and nothing to say of it.
commit "$ada" 'Orders' '' Order.cs

# An agent's account committed it, and the annotation says that a human wrote it, or another tool.
commit "$copilot" 'Carts' '' Cart.cs
commit "$copilot" 'Baskets' 'HumanReviewed' Basket.cs
commit "$ada" 'Baskets are reviewed' '' Basket.cs

# A squash of an agent's commits and a person's: nobody knows which lines are whose, so nothing is said.
commit "$copilot" "$(printf 'Coupons (#7)\n\nCo-authored-by: %s' "$bob")" '' Coupon.cs

# A tool noted that it wrote the lines, and who asked it for them: the one who reviewed them.
commit "$ada" 'Invoices' 'HumanReviewed' Invoice.cs
note <<'NOTE'
Invoice.cs
  d9978a8723e02b52 1-11
---
{
  "schema_version": "authorship/3.0.0",
  "prompts": {
    "d9978a8723e02b52": {
      "agent_id": { "tool": "claude", "id": "1", "model": "claude-opus-4-5" },
      "human_author": "Bob Martin <bob@example.com>"
    }
  }
}
NOTE
commit "$bob" 'Invoices are reviewed' '' Invoice.cs

# A bot wrote the marker.
commit "$ada" 'Refunds' 'HumanReviewed' Refund.cs
commit "$bot" 'Refunds are reviewed' '' Refund.cs

# One commit signs more than .editorconfig lets anybody read at once.
commit "$ada" 'Stock and weights' 'HumanReviewed' Stock.cs Weight.cs
commit "$bob" 'Stock and weights are reviewed' '' Stock.cs Weight.cs

# Half a note: what it said is lost, and said to be.
note <<< 'Stock.cs'

dotnet build "$shop/Shop.slnx" "$@"
